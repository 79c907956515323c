/** What most trackers do: add days one by one, leaving out weekends and a list of holidays. */
const HOLIDAYS = new Set(['2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07']);

export function addWorkingDays(from, count) {
  const day = new Date(`${from}T00:00:00Z`);
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    const weekday = day.getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day.toISOString().slice(0, 10))) left--;
  }
  return day.toISOString().slice(0, 10);
}
