/** A Shanghai wall-clock time as tests write it, e.g. '2022-04-10 15:00', read by the platform and not by the product. */
export function at(words: string): Date {
  const [day, time = '00:00'] = words.split(' ');
  return new Date(`${day}T${time}:00+08:00`);
}

/** Swedish writes dates as we do. */
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' },
});

/** The Shanghai wall-clock time of an instant in the same form, by the time-zone tables of the platform. */
export function wallTime(instant: Date): string {
  return wallClock.format(instant);
}
