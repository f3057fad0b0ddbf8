import { askToOpenDoor, doorSensorActions, myDoor } from '@grid-relief/shared-types/sensors/door-sensor.contract';
import type { DoorReason, DoorSensorView, DoorWindowView } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import { useState } from 'react';
import { call, FailedRead, newId, type Problem, SendingNote, useAct, useProblemWords, useRead } from '@/api';
import { useText } from '@/text';
import { myDoorText } from '@/text/my-door';
import {
  Button,
  Card,
  EmptyState,
  Heading,
  NetworkBanner,
  Page,
  Rows,
  Sheet,
  Skeleton,
  useTimeWords,
  Words,
} from '@/ui';

const reasons: readonly DoorReason[] = ['WASTE', 'DELIVERY', 'SAMPLING', 'MEDICAL', 'OWN'];
const promises = ['does-1', 'does-2', 'does-3', 'does-4'] as const;

/** What hangs at my door, what it does and does not do, and one tap before opening (handbook 2.3b). */
export function MyDoorScreen() {
  const t = useText(myDoorText);
  const { data, problem, isLoading, refresh } = useRead(myDoor, {}, { everySeconds: 30 });
  const homes = [...new Set(data?.sensors.flatMap(({ household }) => household ?? []))];
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={2} height={300} />}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data?.sensors.length === 0 && <EmptyState picture="door" title={t('none')} hint={t('none-hint')} />}
        {homes.map((home) => (
          <AskToOpen key={home} home={home} windows={data?.windows ?? []} onAsked={refresh} />
        ))}
        {data?.sensors.map((sensor) => (
          <SensorAtDoor key={sensor.id} sensor={sensor} />
        ))}
        {homes.length > 0 && (
          <Card>
            <Heading size={5}>{t('does')}</Heading>
            {promises.map((promise) => (
              <Words key={promise} block>
                {t(promise)}
              </Words>
            ))}
          </Card>
        )}
      </Rows>
    </Page>
  );
}

type AskProps = {
  readonly home: NonNullable<DoorSensorView['household']>;
  readonly windows: readonly DoorWindowView[];
  readonly onAsked: () => void;
};

/** Asked directly and not kept for later: five minutes that begin when the network is back would help nobody. */
function AskToOpen({ home, windows, onAsked }: AskProps) {
  const t = useText(myDoorText);
  const timeWords = useTimeWords();
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<Problem>();
  const [asking, setAsking] = useState<DoorReason>();
  const ask = async (why: DoorReason) => {
    setAsking(why);
    const outcome = await call(askToOpenDoor, { body: { id: newId() as never, household: home, why } });
    setAsking(undefined);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) onAsked();
  };
  return (
    <Card tone={windows.length > 0 ? 'leaf' : 'plain'}>
      <Heading size={4}>{t('ask')}</Heading>
      <Words block>{t('ask-hint')}</Words>
      {windows.map(({ id, why, to }) => (
        <Words key={id} strong block>
          {t('until', { why: t(`why-${why}`), time: timeWords(new Date(to)) })}
        </Words>
      ))}
      {problem && <Words tone="danger">{problemWords(problem)}</Words>}
      <Rows gap={2}>
        {reasons.map((why) => (
          <Button
            key={why}
            look={why === 'WASTE' ? 'main' : 'quiet'}
            busy={asking === why}
            label={t(`why-${why}`)}
            onPress={() => void ask(why)}
          />
        ))}
      </Rows>
    </Card>
  );
}

function SensorAtDoor({ sensor }: { readonly sensor: DoorSensorView }) {
  const t = useText(myDoorText);
  const timeWords = useTimeWords();
  const doing = useAct(sensor.id);
  const [isSure, setSure] = useState(false);
  const { label, state, isOpen, flags, consent, removalAskedAt, actions } = sensor;
  const said = state === 'INSTALLED' || state === 'OFFLINE' ? state : 'other';
  const mayWithdraw = actions.includes('askRemoval') && removalAskedAt === undefined && !doing.isUnderWay;
  return (
    <Card>
      <Heading size={5}>{label}</Heading>
      <Words block>{removalAskedAt ? t('take-off') : t(`s-${said}`)}</Words>
      {isOpen !== undefined && <Words block>{t(isOpen ? 'is-open' : 'is-closed')}</Words>}
      {flags.includes('LOW_BATTERY') && <Words block>{t('flag')}</Words>}
      {consent && (
        <Words tone="quiet" block>
          {t('consent', { time: timeWords(new Date(consent.at)) })}
        </Words>
      )}
      <SendingNote of={doing} />
      {mayWithdraw && <Button look="link" label={t('withdraw')} onPress={() => setSure(true)} />}
      <Sheet title={t('withdraw-title')} open={isSure} onClose={() => setSure(false)}>
        <Rows gap={2}>
          <Words block>{t('withdraw-hint')}</Words>
          <Button
            look="danger"
            label={t('withdraw-yes')}
            onPress={() => {
              setSure(false);
              void doing.act(doorSensorActions.askRemoval, { reason: { code: 'CONSENT_WITHDRAWN' } });
            }}
          />
        </Rows>
      </Sheet>
    </Card>
  );
}
