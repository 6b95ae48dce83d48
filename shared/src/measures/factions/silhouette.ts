/**
 * Mean silhouette of two sides, -1 to 1 (Rousseeuw 1987, J Comput Appl Math 20: 53-65): how much nearer raters are to
 * their own side than to the other. Somebody alone on a side counts 0. `distances` is square, row after row; both sides
 * have somebody.
 */
export function meanSilhouette(distances: Float64Array, sides: Uint8Array): number {
  const size = sides.length;
  const onOne = sides.reduce((sum, side) => sum + side, 0);
  let total = 0;
  for (const [rater, side] of sides.entries()) {
    let toOne = 0;
    let toZero = 0;
    for (let other = 0; other < size; other += 1) {
      const distance = distances[rater * size + other] ?? 0;
      if (sides[other] === 1) toOne += distance;
      else toZero += distance;
    }
    const own = side === 1 ? { count: onOne, way: toOne } : { count: size - onOne, way: toZero };
    if (own.count === 1) continue;
    const inside = own.way / (own.count - 1);
    const across = (toOne + toZero - own.way) / (size - own.count);
    const larger = Math.max(inside, across);
    if (larger > 0) total += (across - inside) / larger;
  }
  return total / size;
}
