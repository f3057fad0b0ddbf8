import { householdVisitActions as actions } from '@grid-relief/shared-types/screening/screening.contract';
import { FailedRead, SendingNote, useAct, useHolds } from '@/api';
import { goBack, openPage, usePageParams } from '@/platform';
import { useText } from '@/text';
import { doorsText, stateKey } from '@/text/doors';
import { BottomBar, Button, Card, Heading, Line, NetworkBanner, Page, Rows, Skeleton, useDayWords, Words } from '@/ui';
import { SaidAtDoor } from './calls-part';
import { DoorCard } from './door-card';
import { DoorPhone } from './door-phone';
import { HandUp } from './hand-up';
import { MoreSaid, useMoreSaid } from './more-said';
import { useDoor } from './use-door';
import { type Door, useKnownDoor } from './use-known-door';

/** Who answers for a door and reads what was said there. */
const leaders: readonly string[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

/** One door, with one hand: nobody has come is one tap, somebody has come leads straight into the report. */
export function DoorScreen() {
  const t = useText(doorsText);
  const { id = '' } = usePageParams();
  const { door: data, read } = useKnownDoor(id);
  const isLoading = read.isLoading && data === undefined;
  return (
    <Page title={t('door-title')} banner={<NetworkBanner />} bottom={data && <DoorButtons door={data} />}>
      {isLoading && <Skeleton rows={2} height={240} />}
      {data === undefined && <FailedRead of={read} />}
      {data && <DoorBody door={data} />}
    </Page>
  );
}

type DoorProps = { readonly door: Door };

function DoorBody({ door }: DoorProps) {
  const t = useText(doorsText);
  const doing = useAct(door.id);
  const dayWords = useDayWords();
  const isLeader = useHolds()(leaders);
  const { state, tries, areaName, since, actions: permitted } = door;
  const isOpen = permitted.some((action) => action !== 'sendScreener');
  return (
    <Rows>
      <Card>
        <Words tone="quiet">{areaName}</Words>
        <Heading>{door.door}</Heading>
        <Words block>{tries > 0 ? t('tried', { n: tries }) : t(stateKey(state))}</Words>
        <SendingNote of={doing} />
      </Card>
      {isOpen && (
        <Heading size={5}>{since === undefined ? t('ask') : t('ask-since', { since: dayWords(since) })}</Heading>
      )}
      {tries > 0 && isOpen && <DoorPhone id={door.id} />}
      {isOpen && <HandUp door={door} doing={doing} />}
      {isLeader && <SaidAtDoor visit={door.id} />}
      <DoorCard id={door.id} />
    </Rows>
  );
}

/** The two answers under the thumb, the rest quieter above them. */
function DoorButtons({ door }: DoorProps) {
  const t = useText(doorsText);
  const doing = useAct(door.id);
  const more = useMoreSaid();
  const { said, say, undo, mayReach } = useDoor(doing, door.actions);
  const may = (action: string) => mayReach || door.actions.includes(action);
  const isBusy = doing.isUnderWay || doing.refused !== undefined;
  if (said !== undefined) {
    const note = <Words strong>{t('will-say', { what: said.what })}</Words>;
    return <BottomBar main={<Button look="main" icon="undo" label={t('undo')} onPress={undo} />} note={note} />;
  }
  if (isBusy || !(may('foundClear') || door.actions.includes('confirmVacant')))
    return <BottomBar main={<Button look="main" label={t('back-to-list')} onPress={() => void goBack()} />} />;
  const tell = (
    key: 'nobody' | 'no-answer' | 'refuse' | 'vacant' | 'vacant-both',
    name: keyof typeof actions,
    body = {},
  ) => say({ what: t(key), endpoint: actions[name], body });
  const others = [
    ['no-answer', 'noAnswer'],
    ['refuse', 'refuse'],
    ['vacant', 'looksVacant'],
  ] as const;
  const report = () => void openPage('/packages/screening/report/index', { id: door.id });
  return (
    <BottomBar
      note={
        <Rows gap={2}>
          {may('foundClear') && <MoreSaid of={more} />}
          <Line>
            {others
              .filter(([, name]) => may(name))
              .map(([key, name]) => (
                <Button key={key} label={t(key)} onPress={() => tell(key, name)} />
              ))}
          </Line>
          {door.actions.includes('confirmVacant') && (
            <Button
              label={t('vacant-both')}
              onPress={() => tell('vacant-both', 'confirmVacant', { neighbour: true, meter: true })}
            />
          )}
          {door.actions.includes('phone') && (
            <Button icon="phone" label={t('phone')} onPress={() => void doing.act(actions.phone, {})} />
          )}
        </Rows>
      }
      quiet={may('foundReturnee') && <Button icon="flag" label={t('somebody')} onPress={report} />}
      main={
        may('foundClear') && (
          <Button
            look="main"
            icon="check"
            label={t('nobody')}
            onPress={() => tell('nobody', 'foundClear', more.answers ? { answers: more.answers } : {})}
          />
        )
      }
    />
  );
}
