import type { HandoverLegView } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { SendingNote, useAct, useOutbox } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Button, Card, Heading, Line, StatusChip, Words } from '@/ui';
import { openDelivery } from '../carrying/doors';
import { legAfterUnsent } from './leg-after-unsent';
import { useLegStateWords, useLegWaitWords } from './leg-words';
import { legsForMe, useMyLegs } from './use-legs';

const legPage = '/packages/volunteer/leg/index';

/** On the duty page: bags to fetch at a point, longest there first, and counts to sign. Nothing of it, nothing drawn. */
export function LegsForMe() {
  const t = useText(handoverLegText);
  const commands = useOutbox();
  const { data } = useMyLegs();
  // what is on its way from this phone is still shown, with how far it came
  const legs = legsForMe(data?.items ?? []);
  if (legs.length === 0) return null;
  const oldestFirst = [...legs].sort((a, b) => (a.since < b.since ? -1 : 1));
  return (
    <>
      <Heading>{t('waiting-for-me')}</Heading>
      {oldestFirst.map((leg) => (
        <LegCard key={leg.id} leg={legAfterUnsent(leg, commands)} />
      ))}
    </>
  );
}

function LegCard({ leg }: { readonly leg: HandoverLegView }) {
  const t = useText(handoverLegText);
  const waited = useLegWaitWords();
  const stateWords = useLegStateWords();
  const doing = useAct(leg.id);
  const isInside = leg.part === 'INSIDE';
  const label = isInside ? t('fetch-it', { code: leg.code }) : t('sign-for', { code: leg.code });
  const open = () => (isInside ? void openPage(legPage, { id: leg.id }) : openDelivery(leg.delivery));
  return (
    <Card tone={leg.state === 'AT_POINT' ? 'info' : 'amber'}>
      <Heading size={3}>{waited(leg.since)}</Heading>
      <Words size={5} strong block>
        {t('point-of', { area: leg.areaName, point: leg.point })}
      </Words>
      <Line>
        <StatusChip icon="box" tone={leg.state === 'AT_POINT' ? 'info' : 'amber'} label={stateWords(leg.state)} />
        {doing.state !== 'refused' && <SendingNote of={doing} />}
      </Line>
      <Button icon={isInside ? 'box' : 'edit'} label={label} onPress={open} />
    </Card>
  );
}
