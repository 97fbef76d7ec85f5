// Search from a button, and permanent addresses from the # beside a heading. The theme does the copying and its toast.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-aa-search]")) document.getElementById("__search").click();
});

const permanent = document.querySelector("link[rel=canonical]");
if (permanent) {
  for (const link of document.querySelectorAll("a.headerlink")) {
    link.dataset.clipboardText = permanent.href + link.hash;
  }
}
