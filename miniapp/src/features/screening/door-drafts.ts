import { keptDrafts } from '@/api';
import { type Draft, parseReport } from '@/features/returnees/report-draft';

/** Reports that are filled in at a door, each under the visit it belongs to. */
export const doorDrafts = keptDrafts(parseReport, ({ id }: Draft) => `draft:door:${id}`);
