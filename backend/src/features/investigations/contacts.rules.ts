import { contactClasses } from '@grid-relief/shared-types/investigations/investigation.schema';
import type { ContactWho } from './investigation';

type Missing = 'LAST_EXPOSURE' | 'AREA';

/** What must be known of a contact before a grid can look after that person. Pure. */
export function missingOf({ lastExposureAt, area }: ContactWho): Missing[] {
  return [...(lastExposureAt ? [] : (['LAST_EXPOSURE'] as const)), ...(area ? [] : (['AREA'] as const))];
}

/** Whether two entries mean one person: an identity number says so, or a phone with a name. Pure. */
export function isSamePerson(one: ContactWho, other: ContactWho): boolean {
  if (one.idNumber && other.idNumber) return one.idNumber.toUpperCase() === other.idNumber.toUpperCase();
  return one.phone !== undefined && one.phone === other.phone && one.name === other.name;
}

const told = (news: ContactWho) => Object.fromEntries(Object.entries(news).filter(([, value]) => value !== undefined));

/** An entry put right: the newer word holds, and what it does not speak of stays. Pure. */
export function corrected(known: ContactWho, news: ContactWho): ContactWho {
  return { ...known, ...told(news) };
}

/** What two entries of one person say together: the closer class, the later exposure, and otherwise the newer word. Pure. */
export function joined(known: ContactWho, news: ContactWho): ContactWho {
  const lastExposureAt = [known.lastExposureAt, news.lastExposureAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
  return {
    ...corrected(known, news),
    class: contactClasses.find((one) => one === known.class || one === news.class) ?? news.class,
    ...(lastExposureAt ? { lastExposureAt } : {}),
  };
}
