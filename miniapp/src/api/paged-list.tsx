import type { ReactNode } from 'react';
import { Skeleton } from '@/ui';
import { FailedRead } from './failed-read';
import { LastKnown } from './last-known';
import { MoreOfList } from './more-of-list';
import type { ItemOf, ReadPages } from './query-pages';

type PagedListProps<Page> = {
  readonly of: ReadPages<Page>;
  /** Stands there when the list is empty. */
  readonly none: ReactNode;
  /** Stands above the items, when there are some. */
  readonly above?: ReactNode;
  /** What a loading list looks like: so many blocks of this height, in 750 design px. */
  readonly rows?: number;
  readonly height?: number;
  /** A way to a person, where this screen knows one. */
  readonly help?: ReactNode;
} & Drawing<ItemOf<Page>>;

/** One item at a time, each with its key; or all there are, where they stand in groups or in one card. */
type Drawing<Item> =
  | { readonly draw: (item: Item, index: number) => ReactNode; readonly drawAll?: never }
  | { readonly drawAll: (items: readonly Item[]) => ReactNode; readonly draw?: never };

/**
 * A list that goes on, in its four states: loading, failed, empty, and its items up to the way to the rest. What is old
 * says of when it is.
 */
export function PagedList<Page>(props: PagedListProps<Page>) {
  const { of: list, none, above, rows, height, help } = props;
  const size = { ...(rows !== undefined && { rows }), ...(height !== undefined && { height }) };
  const isEmpty = list.data !== undefined && list.items.length === 0;
  // that there was nothing once says nothing about now, and whoever cannot ask is told so
  const isUnread = list.data === undefined || (isEmpty && list.problem !== undefined);
  return (
    <>
      {list.isLoading && <Skeleton {...size} />}
      {list.data !== undefined && <LastKnown of={list} isEmpty={isEmpty} />}
      {isUnread && <FailedRead of={list} help={help} />}
      {isEmpty && !isUnread && none}
      {list.items.length > 0 && above}
      {list.items.length > 0 && itemsOf(props)}
      <MoreOfList of={list} />
    </>
  );
}

function itemsOf<Page>({ of: { items }, draw, drawAll }: PagedListProps<Page>): ReactNode {
  return drawAll ? drawAll(items) : items.map(draw);
}
