/** Hours that Shanghai is ahead of UTC; China has kept one zone without summer time since 1991. */
const shanghaiOffsetMs = 8 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
const fenPerYuan = 100;

/** 1234 fen as `¥12.34`; minus in front. Amounts are whole fen. */
export function formatFen(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / fenPerYuan);
  const rest = String(Math.abs(fen) % fenPerYuan).padStart(2, '0');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '−' : ''}¥${grouped}.${rest}`;
}

/** 365 tenths of a degree Celsius as `36.5 ℃`. */
export const formatDegrees = (tenths: number): string => `${(tenths / 10).toFixed(1)} ℃`;

/** A moment as Shanghai reads it. WeChat's Intl is incomplete, so this is plain arithmetic. */
export function shanghaiTime(at: Date): { readonly day: string; readonly time: string; readonly dayNumber: number } {
  const local = new Date(at.getTime() + shanghaiOffsetMs);
  const iso = local.toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16), dayNumber: Math.floor(local.getTime() / dayMs) };
}

/** How many Shanghai midnights lie between two moments: 0 today, 1 tomorrow, -1 yesterday. */
export function daysApart(at: Date, now: Date): number {
  return shanghaiTime(at).dayNumber - shanghaiTime(now).dayNumber;
}
