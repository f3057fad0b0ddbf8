import type { NoticeView } from '@grid-relief/shared-types/notices/notice.contract';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';

/** Notices that say the same of different records, as one line. */
export interface Gathered {
  /** The newest of them. */
  readonly notice: NoticeView;
  readonly all: readonly NoticeView[];
}

const sayingOf = ({ code, audience, urgent, at, values, withdrawnAt }: NoticeView): string =>
  JSON.stringify([
    ...[code, audience, urgent, withdrawnAt !== undefined],
    ...[dayOf(new Date(at)), Object.entries(values).sort()],
  ]);

/**
 * What stands in a row, says the same word for word on the same day and names nobody, is one line that tells of how many:
 * eight temperatures that are missing are one thing to do. Only for whoever sees to an area; what is said to a household or
 * a carrier stays as it is, and so does whatever this reader has no list of. Pure.
 * @param hasList whether there is a page that shows all of what such a notice is about
 */
export function gathered(items: readonly NoticeView[], hasList: (notice: NoticeView) => boolean): Gathered[] {
  const lines: { notice: NoticeView; all: NoticeView[] }[] = [];
  for (const notice of items) {
    const before = lines.at(-1);
    const isSame = before && notice.audience === 'GRID' && sayingOf(before.notice) === sayingOf(notice);
    if (isSame && hasList(notice)) before.all.push(notice);
    else lines.push({ notice, all: [notice] });
  }
  return lines;
}
