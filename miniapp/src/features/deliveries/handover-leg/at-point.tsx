import { type HandoverLegView, handoverLegActions } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import type { Act } from '@/api';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Button, Card, Heading, Line, StatusChip, type Tone, useTimeWords, Words } from '@/ui';
import { useLegStateWords } from './leg-words';
import { PointPhoto } from './point-photo';

const tones: Readonly<Record<string, Tone>> = {
  AT_POINT: 'leaf',
  NOT_TAKEN: 'amber',
  COUNT_DIFFERS: 'amber',
  TAKEN_INSIDE: 'leaf',
  DONE: 'leaf',
};

/** What has become of the bags the runner set down: who comes, until when, and whether the counts agree. */
export function AtPoint({ leg }: { readonly leg: HandoverLegView }) {
  const stateWords = useLegStateWords();
  const [title, next] = useTold(leg);
  const tone = tones[leg.state] ?? 'info';
  return (
    <Card tone={tone}>
      <Line>
        <StatusChip icon={tone === 'amber' ? 'warning' : 'check'} tone={tone} label={stateWords(leg.state)} />
      </Line>
      <Heading size={3}>{title}</Heading>
      {leg.state === 'COUNT_DIFFERS' && <Counts leg={leg} />}
      <Words size={5} block>
        {next}
      </Words>
      <PointPhoto id={leg.photo} />
    </Card>
  );
}

/** A title and the next step. */
function useTold({ state, point, bags = 0, signed, dueAt }: HandoverLegView): readonly [string, string] {
  const t = useText(handoverLegText);
  const timeWords = useTimeWords();
  const time = timeWords(dueAt === undefined ? new Date() : new Date(dueAt));
  const words: Readonly<Record<string, readonly [string, string]>> = {
    AT_POINT: [t('is-there', { point, bags }), dueAt === undefined ? t('is-there-soon') : t('is-there-next', { time })],
    NOT_TAKEN: [t('not-taken'), t('not-taken-next')],
    COUNT_DIFFERS: [
      t('differs-title'),
      signed ? (dueAt === undefined ? t('signed-soon') : t('signed-next', { time })) : t('differs-sign-hint'),
    ],
    RETURNED: [t('sent-back'), t('sent-back-next')],
  };
  return words[state] ?? [t('is-inside'), t('is-inside-next')];
}

function Counts({ leg: { bags = 0, countedBags = 0 } }: { readonly leg: HandoverLegView }) {
  const t = useText(handoverLegText);
  return (
    <Words size={4} strong block>
      {t('differs-counts', { bags, counted: countedBags })}
    </Words>
  );
}

/** One tap signs the other count. */
export function SignButton({ doing }: { readonly doing: Act }) {
  const t = useText(handoverLegText);
  const sign = () => void doing.act(handoverLegActions.signCount, {});
  return <Button look="main" icon="check" label={t('sign')} onPress={sign} />;
}
