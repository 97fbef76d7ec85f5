// The list: a month of planned posts, day by day, each as it will be posted.

function showList(days) {
  byId("plan").replaceChildren(...daySections(days, postArticle));
}

const daySections = (days, shown) => [...days].map(([day, posts]) => daySection(day, posts.map(shown)));

function daySection(day, posts) {
  const section = fromTemplate("day");
  const heading = put(section, "h3", dayText(day, { weekday: "long", day: "numeric", month: "long" }));
  heading.id = `day-${day}`;
  heading.tabIndex = -1;
  if (day === DATA.today) {
    const chip = document.createElement("span");
    chip.className = "chip";
    chip.textContent = say("today");
    heading.append(" ", chip);
  }
  section.append(...posts);
  return section;
}
