import type { ReactNode } from 'react';
import { openPage, type PageParams } from '@/platform';
import type { Tone } from '../base/layout';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';
import { Card } from './card';
import { ListRow } from './list-row';

type WayCardProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly note?: string;
  readonly page: string;
  readonly params?: PageParams;
  /** A coloured edge; the note says the same in words. */
  readonly tone?: Tone;
  /** What the way belongs to, above it. */
  readonly children?: ReactNode;
};

/** The way to another page, as a card of its own. */
export function WayCard({ icon, title, note, page, params = {}, tone = 'plain', children }: WayCardProps) {
  return (
    <Card tone={tone}>
      {children}
      <ListRow
        title={title}
        {...(note !== undefined && { note })}
        lead={<Icon name={icon} />}
        onPress={() => void openPage(page, params)}
        last
      />
    </Card>
  );
}
