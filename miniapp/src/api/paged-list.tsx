import type { ReactNode } from 'react';
import { Skeleton } from '@/ui';
import { FailedRead } from './failed-read';
import { MoreOfList } from './more-of-list';
import type { ItemOf, ReadPages } from './query-pages';

type PagedListProps<Page> = {
  readonly of: ReadPages<Page>;
  /** Stands there when the list is empty. */
  readonly none: ReactNode;
  /** Stands above the items, when there are some. */
  readonly above?: ReactNode;
  /** Draws one item, with its key. */
  readonly draw: (item: ItemOf<Page>, index: number) => ReactNode;
  /** What a loading list looks like: so many blocks of this height, in 750 design px. */
  readonly rows?: number;
  readonly height?: number;
  /** A way to a person, where this screen knows one. */
  readonly help?: ReactNode;
};

/** A list that goes on, in its four states: loading, failed, empty, and its items up to the way to the rest. */
export function PagedList<Page>({ of: list, none, above, draw, rows, height, help }: PagedListProps<Page>) {
  const size = { ...(rows !== undefined && { rows }), ...(height !== undefined && { height }) };
  const isEmpty = list.data !== undefined && list.items.length === 0;
  // that there was nothing once says nothing about now, and whoever cannot ask is told so
  const isUnread = list.data === undefined || (isEmpty && list.problem !== undefined);
  return (
    <>
      {list.isLoading && <Skeleton {...size} />}
      {isUnread && <FailedRead of={list} help={help} />}
      {isEmpty && !isUnread && none}
      {list.items.length > 0 && above}
      {list.items.map(draw)}
      <MoreOfList of={list} />
    </>
  );
}
