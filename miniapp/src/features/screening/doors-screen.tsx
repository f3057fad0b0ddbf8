import { useState } from 'react';
import { PagedList, useOutbox } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { doorsText, stateKey } from '@/text/doors';
import {
  BottomBar,
  Button,
  Card,
  EmptyState,
  Heading,
  Icon,
  Line,
  ListRow,
  NetworkBanner,
  Page,
  Rows,
  StatusChip,
  Words,
} from '@/ui';
import { AddDoorSheet } from './add-door-sheet';
import { byBuilding, type KnownDoor, knownDoors } from './door-list';
import { useMyDoors } from './use-my-doors';

/** My doors in walking order: what is left first, each a tap away (handbook 2.8). */
export function DoorsScreen() {
  const t = useText(doorsText);
  const list = useMyDoors();
  const commands = useOutbox();
  const [isAdding, setAdding] = useState(false);
  const { items } = list;
  const doors = knownDoors(items, commands);
  const quiet = <Button icon="plus" label={t('add-door')} onPress={() => setAdding(true)} />;
  return (
    <Page
      title={t('title')}
      banner={<NetworkBanner />}
      bottom={items.length > 0 ? <BottomBar quiet={quiet} /> : undefined}
    >
      <Rows>
        <PagedList
          of={list}
          rows={5}
          height={140}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          drawAll={() => <WayRound doors={doors} all={items.length} />}
        />
        {items.length > 0 && <AddDoorSheet open={isAdding} doors={items} onClose={() => setAdding(false)} />}
      </Rows>
    </Page>
  );
}

/** What is left, building by building. */
function WayRound({ doors, all }: { readonly doors: readonly KnownDoor[]; readonly all: number }) {
  const t = useText(doorsText);
  const left = doors.filter(({ isLeft }) => isLeft).length;
  return (
    <>
      <Heading>{t('left', { left, all })}</Heading>
      <Words tone="quiet">{t('hint')}</Words>
      {left === 0 && <EmptyState picture="quiet" title={t('all-done')} hint={t('all-done-hint')} />}
      {byBuilding(doors.filter((door) => door.isLeft || door.isUnsent)).map((building) => (
        <Card key={building.name}>
          <Heading size={5}>{building.name}</Heading>
          {building.doors.map((door, i) => (
            <DoorLine key={door.id} door={door} last={i === building.doors.length - 1} />
          ))}
        </Card>
      ))}
    </>
  );
}

function DoorLine({ door, last }: { readonly door: KnownDoor; readonly last: boolean }) {
  const t = useText(doorsText);
  const { id, tries, added, again, isUnsent, state } = door;
  const notes = [
    added === undefined ? undefined : t('added'),
    again ? t('again') : undefined,
    tries > 0 ? t('tried', { n: tries }) : t(stateKey(state)),
  ];
  return (
    <ListRow
      title={door.door}
      note={notes.filter((note) => note !== undefined).join(' · ')}
      lead={<Icon name="door" />}
      end={isUnsent ? <StatusChip icon="clock" tone="amber" label={t('unsent')} /> : <Line />}
      onPress={() => void openPage('/packages/screening/door/index', { id })}
      last={last}
    />
  );
}
