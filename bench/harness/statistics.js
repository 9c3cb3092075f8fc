/** What is made of measurements: medians, spreads, ratios of pairs, and how cost grows. */

export function median(values) {
  return quantile(values, 0.5)
}

/** Linear between neighbours; NaN of nothing. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low === undefined || high === undefined ? Number.NaN : low + (high - low) * (at - Math.floor(at))
}

/**
 * Round by round: what was measured side by side is divided, so that a slow minute of the machine is in both.
 *
 * @returns {{median: number, low: number, high: number}} the median ratio and its quartiles
 */
export function pairedRatio(ours, theirs) {
  const ratios = ours.map((value, round) => value / theirs[round])
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) }
}

/**
 * A line through the points, by least squares: cost = fixed + each · n.
 *
 * @param {{n: number, cost: number}[]} points two or more with different n
 */
export function line(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [n, cost] = [mean(points.map((point) => point.n)), mean(points.map((point) => point.cost))]
  const each =
    points.reduce((sum, point) => sum + (point.n - n) * (point.cost - cost), 0) /
    points.reduce((sum, point) => sum + (point.n - n) ** 2, 0)
  return { fixed: cost - each * n, each }
}

/**
 * How the price of one more changes with size: its slope over the last step of a series divided by that over the first.
 * 1 is linear; 10 over a hundredfold would be cost that grows with n^1.5.
 *
 * @param {{n: number, cost: number}[]} points three or more, growing
 */
export function growth(points) {
  return line(points.slice(-2)).each / line(points.slice(0, 2)).each
}
