/** Where to go after signing in: a page of this origin, whatever the address says. */
export function nextPage(next: string | undefined, origin: string): string {
  if (!next?.startsWith("/")) return "/";
  try {
    const address = new URL(next, origin);
    const away = address.origin !== origin || address.pathname.startsWith("/sign-in");
    return away ? "/" : address.pathname + address.search + address.hash;
  } catch {
    return "/";
  }
}
