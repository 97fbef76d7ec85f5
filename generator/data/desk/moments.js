// Days and times in the customer's language, and by when a question is answered: the twin of generator/replies/{dates,moments,fields}.py.

const A_DAY = 86_400_000;
const A_MINUTE = 60_000;

const twoDigits = (number) => String(number).padStart(2, "0");

function clockInWords(minutes, dates) {
  const hour = Math.floor(minutes / 60);
  const values = { hour: String(hour), hour2: twoDigits(hour), half: String(hour % 12 || 12), minute: twoDigits(minutes % 60) };
  return fillPhrase(dates.clock, { ...values, period: dates.periods[hour >= 12 ? 1 : 0] });
}

function dateInWords(midnight, dates) {
  const day = new Date(midnight);
  return fillPhrase(dates.long, { day: String(day.getUTCDate()), month: dates.months[day.getUTCMonth()], year: String(day.getUTCFullYear()) });
}

function daysInWords(count, dates) {
  const category = new Intl.PluralRules(dates.locale).select(count);
  return fillPhrase(dates.days[category] ?? dates.days.other, { count: String(count) });
}

// A field as the customer reads it; empty for what is no value of its type.
function writtenField(kind, typed, dates, choices = []) {
  const value = cleanLine(typed);
  if (kind === "date") {
    const midnight = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
    const isDay = Number.isFinite(midnight) && new Date(midnight).toISOString().startsWith(value) && !value.startsWith("0000");
    return isDay ? dateInWords(midnight, dates) : "";
  }
  if (kind === "time") {
    const [, hour, minute] = /^([0-2]\d):([0-5]\d)$/.exec(value) ?? [];
    return hour < 24 ? clockInWords(Number(hour) * 60 + Number(minute), dates) : "";
  }
  if (kind === "days") return /^\d{1,4}$/.test(value) ? daysInWords(Number(value), dates) : "";
  if (kind === "link") return /^https?:\/\/[^\s<>{}\[\]]+$/.test(value) ? value : "";
  if (kind === "choice") return choices.includes(value) ? value : "";
  return value;
}

// A moment by a zone's clock, as if that were UTC, to the minute.
function wallClock(moment, timeZone) {
  const numeric = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
  const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...numeric });
  const now = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(now.year, now.month - 1, now.day, now.hour, now.minute);
}

// The moment at which a zone's clock shows this; asked twice, because the clock may change in between.
function momentOf(wall, timeZone) {
  const first = wall - (wallClock(wall, timeZone) - wall);
  return wall - (wallClock(first, timeZone) - first);
}

// The moment when so many minutes of opening hours have passed, rounded up to five; undefined where that is not known.
function promisedMoment(now, minutes, hours) {
  const here = wallClock(now, hours.zone);
  const today = Math.floor(here / A_DAY) * A_DAY;
  let left = minutes;
  for (let day = today; day <= Date.parse(`${hours.until}T00:00:00Z`); day += A_DAY) {
    const date = new Date(day);
    const spans = hours.closed.includes(date.toISOString().slice(0, 10)) ? [] : hours.week[(date.getUTCDay() + 6) % 7];
    for (const [opens, closes] of spans) {
      const start = Math.max(opens, day === today ? (here - today) / A_MINUTE : 0);
      if (closes - start >= left) return momentOf(day + Math.ceil((start + left) / 5) * 5 * A_MINUTE, hours.zone);
      left -= Math.max(closes - start, 0);
    }
  }
  return undefined;
}

// "by 09:30 tomorrow", by the customer's clock; empty where it is not known.
function promiseInWords(now, minutes, hours, dates) {
  const moment = promisedMoment(now, minutes, hours);
  if (moment === undefined) return "";
  const [theirs, here] = [wallClock(moment, dates.zone), wallClock(now, dates.zone)];
  const midnight = Math.floor(theirs / A_DAY) * A_DAY;
  const ahead = midnight / A_DAY - Math.floor(here / A_DAY);
  return fillPhrase(dates.promise, { day: dayInWords(midnight, ahead, dates), time: clockInWords((theirs - midnight) / A_MINUTE, dates) });
}

function dayInWords(midnight, ahead, dates) {
  if (ahead <= 1) return ahead ? dates.tomorrow : dates.today;
  const date = new Date(midnight);
  const name = dates.on_days[(date.getUTCDay() + 6) % 7];
  if (ahead < 7) return name;
  return fillPhrase(dates.on_date, { day: name, number: String(date.getUTCDate()), month: dates.months[date.getUTCMonth()] });
}
