/** How many random examples a property is tried with: `usual`, or, in the long run, `PROPERTY_RUNS`. */
export function propertyRuns(usual: number): number {
  return Number(process.env['PROPERTY_RUNS'] ?? usual);
}
