import type { RoomView } from '@grid-relief/shared-types/quarantine/site.schema';
import { useText } from '@/text';
import { sitesText } from '@/text/sites';
import { Card, Heading, Icon, ListRow, useTimeWords, Words } from '@/ui';
import { arrivalsOf } from './room-steps';

/** So many stand above the rooms; all of them are among the rooms. */
const shownAtOnce = 4;

type ArrivalsProps = { readonly rooms: readonly RoomView[]; readonly onOpen: (room: string) => void };

/** Who comes next, into which room, when, and how many. */
export function Arrivals({ rooms, onOpen }: ArrivalsProps) {
  const t = useText(sitesText);
  const timeWords = useTimeWords();
  const coming = arrivalsOf(rooms);
  if (coming.length === 0) return <Words tone="quiet">{t('nobody-comes')}</Words>;
  const heads = coming.reduce((sum, room) => sum + (room.heads ?? 1), 0);
  const when = ({ expectedAt, dueAt }: RoomView) => {
    if (expectedAt !== undefined) return t('comes-at', { time: timeWords(new Date(expectedAt)) });
    return dueAt === undefined ? '' : t('kept-until', { time: timeWords(new Date(dueAt)) });
  };
  return (
    <Card tone="amber">
      <Heading size={5}>{t('comes-next', { heads })}</Heading>
      {coming.slice(0, shownAtOnce).map((room, at, all) => (
        <ListRow
          key={room.id}
          lead={<Icon name="car" />}
          title={[t('room', { label: room.label }), room.guest?.nameMasked].filter(Boolean).join(' · ')}
          note={[when(room), t('heads', { heads: room.heads ?? 1 })].filter(Boolean).join(' · ')}
          onPress={() => onOpen(room.id)}
          last={at === all.length - 1}
        />
      ))}
    </Card>
  );
}
