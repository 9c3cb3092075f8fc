/** Compares two runs of decimal digits as numbers of any length. */
export function compareDigits(left: string, right: string): number {
  const a = withoutLeadingZeros(left)
  const b = withoutLeadingZeros(right)
  return a.length - b.length || compareText(a, b)
}

/** Compares by code unit: the same everywhere, whatever the locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function withoutLeadingZeros(digits: string): string {
  let start = 0
  while (start < digits.length && digits[start] === '0') start += 1
  return digits.slice(start)
}
