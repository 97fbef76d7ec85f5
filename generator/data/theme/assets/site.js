// Search from a button, and permanent addresses from the # beside a heading. The theme does the copying and its toast.
{
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-aa-search]")) document.getElementById("__search").click();
  });

  const permanent = document.querySelector("link[rel=canonical]");
  if (permanent) {
    for (const link of document.querySelectorAll("a.headerlink")) {
      link.dataset.clipboardText = permanent.href + link.hash;
    }
  }

  // The theme's search dialog has no name of its own; screen readers take the one of its field.
  const dialog = document.querySelector(".md-search[role=dialog]");
  const field = dialog?.querySelector("input[aria-label]");
  if (field) dialog.setAttribute("aria-label", field.getAttribute("aria-label"));

  // Who comes for a part of a page that stands elsewhere now is led on.
  const leadOn = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const link = place && place.querySelector(":scope > a[data-aa-moved]");
    if (link) location.replace(link.href);
  };
  addEventListener("hashchange", leadOn);
  leadOn();
}
