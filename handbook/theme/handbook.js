// A table that is wider than the screen can be moved by keyboard, too. The theme puts it into a frame once it is loaded.
const reach = () => {
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  }
};
addEventListener("load", reach);
addEventListener("resize", reach);
