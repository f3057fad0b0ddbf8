import { openPage } from '@/platform';

/** The list of merges, with one of them open. */
export const openMerges = (id?: string): void =>
  void openPage('/packages/grid/merges/index', id === undefined ? {} : { id });
