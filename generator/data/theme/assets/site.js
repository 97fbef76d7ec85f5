// Permanent addresses from the # beside a heading; the theme does the copying and its toast.
{
  const permanent = document.querySelector("link[rel=canonical]");
  if (permanent) {
    for (const link of document.querySelectorAll("a.headerlink")) {
      link.dataset.clipboardText = permanent.href + link.hash;
    }
  }

  // Who comes for a part of a page that stands elsewhere now is led on.
  const leadOn = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const link = place && place.querySelector(":scope > a[data-aa-moved]");
    if (link) location.replace(link.href);
  };
  addEventListener("hashchange", leadOn);
  leadOn();
}
