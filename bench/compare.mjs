/** Runs two contestants in turn, `rounds` times, and gives the median of each and of their ratio, with the range. */
export async function alternate(rounds, ours, bare) {
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    const mine = await ours(round);
    const theirs = await bare(round);
    pairs.push({ ours: mine, bare: theirs, ratio: mine / theirs });
  }
  return {
    ours: summary(pairs.map((p) => p.ours)),
    bare: summary(pairs.map((p) => p.bare)),
    ratio: summary(pairs.map((p) => p.ratio)),
  };
}

export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted[sorted.length - 1] };
}

export function print(name, result, unit) {
  const whole = ({ median, least, most }) =>
    `${Math.round(median).toLocaleString('en')} (${Math.round(least).toLocaleString('en')}–${Math.round(most).toLocaleString('en')})`;
  const { median, least, most } = result.ratio;
  console.log(
    `${name.padEnd(44)} ours ${whole(result.ours).padEnd(24)} bare ${whole(result.bare).padEnd(24)} ${unit.padEnd(10)} ratio ${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`,
  );
}
