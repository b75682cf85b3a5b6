/** "$0.84", "$0.0031": dollars, with as many digits as say something. */
export function costWords(dollars: number): string {
  if (dollars === 0) return "$0";
  const size = Math.abs(dollars);
  const digits = size >= 0.1 ? 2 : Math.min(8, 1 - Math.floor(Math.log10(size)));
  return `${dollars < 0 ? "−" : ""}$${size.toFixed(digits)}`;
}
