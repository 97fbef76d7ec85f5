// A former address leads on and takes its fragment along; without JavaScript the page's own refresh and link do.
{
  const { to, anchors } = document.currentScript.dataset;
  let fragment = location.hash.slice(1);
  try { fragment = decodeURIComponent(fragment); } catch { /* a lone %: taken as it stands */ }
  const known = anchors ? JSON.parse(anchors) : {};
  const target = new URL(Object.hasOwn(known, fragment) ? known[fragment] : to, location.href);
  if (fragment && !Object.hasOwn(known, fragment)) target.hash = location.hash;
  if (!target.search) target.search = location.search;
  location.replace(target);
}
