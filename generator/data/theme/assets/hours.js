// Whether somebody is there now, by the wall clock of the shop's time zone, whatever zone the reader is in.
{
  const DAY = 86_400_000;
  const MINUTE = 60_000;

  /** A zone's wall clock: midnight of its day, as if it were UTC, and the minutes since. */
  const wallClock = (moment, timeZone) => {
    const numeric = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
    const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...numeric });
    const now = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    return { midnight: Date.UTC(now.year, now.month - 1, now.day), minutes: now.hour * 60 + now.minute };
  };

  /** The spans of opening hours of a day, in minutes. */
  const spansOf = (hours, midnight) => {
    const day = new Date(midnight);
    return hours.closed.includes(day.toISOString().slice(0, 10)) ? [] : hours.week[(day.getUTCDay() + 6) % 7];
  };

  /** What comes next: `{open, days, midnight, minutes}`, or nothing where no day is known any more. */
  const change = (hours, { midnight, minutes }) => {
    for (let days = 0; midnight + days * DAY <= Date.parse(hours.until); days++) {
      const day = midnight + days * DAY;
      for (const [start, end] of spansOf(hours, day)) {
        if (days || minutes < start) return { open: false, days, midnight: day, minutes: start };
        if (minutes < end) return { open: true, days, midnight: day, minutes: end };
      }
    }
    return null;
  };

  const dayOf = (next, say) => {
    if (next.days < 2) return next.days ? say.on_tomorrow : say.on_today;
    const day = new Date(next.midnight);
    const name = say.on_days[(day.getUTCDay() + 6) % 7];
    if (next.days < 7) return name;
    return fill(say.on_date, { day: name, number: day.getUTCDate(), month: say.on_months[day.getUTCMonth()] });
  };

  const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const sentence = (hours, say, now) => {
    const here = wallClock(now, hours.zone);
    const next = change(hours, here);
    if (!next) return null;
    const values = { time: say.clock[next.minutes], day: dayOf(next, say) };
    const theirs = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), now.getMinutes());
    const sameClock = here.midnight + here.minutes * MINUTE === theirs;
    const text = fill(next.open ? say.here_now : say.here_later, values);
    return { open: next.open, text: sameClock ? text : `${text} ${say.zone}.` };
  };

  const places = document.querySelectorAll("[data-aa-hours]");
  const show = (hours) => {
    const say = hours.say[document.documentElement.lang];
    const said = say && sentence(hours, say, new Date());
    for (const place of places) {
      place.hidden = !said;
      place.classList.toggle("aa-now--open", Boolean(said?.open));
      if (said && place.textContent !== said.text) place.textContent = said.text;
    }
  };

  if (places.length) {
    fetch(places[0].dataset.aaHours)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((hours) => {
        show(hours);
        setInterval(show, MINUTE / 2, hours);
      })
      .catch(() => {}); // the e-mail address and the way to the hours stand there anyway
  }
}
