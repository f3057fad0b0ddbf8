import { useText } from '@/text';
import { problemsText } from '@/text/problems';
import { Button, Card, Line, Rows, StatusChip, Words } from '@/ui';
import { useProblemWords } from '../problem-words';
import type { Act } from './use-act';

const chips = {
  offline: { icon: 'wifi-off', tone: 'amber' },
  waiting: { icon: 'clock', tone: 'amber' },
  sending: { icon: 'up', tone: 'info' },
  sent: { icon: 'check', tone: 'leaf' },
} as const;

/** The truth about sending, in words: kept here, on its way, sent, or refused with the choice to repeat or drop it. */
export function SendingNote({ of: { state, refused, retry, discard } }: { readonly of: Act }) {
  const t = useText(problemsText);
  const words = useProblemWords();
  if (state === 'idle') return null;
  if (state !== 'refused') return <StatusChip {...chips[state]} label={t(`send-${state}`)} />;
  return (
    <Card tone="danger">
      <Rows gap={2}>
        <Words strong>{t('send-refused')}</Words>
        {refused && <Words>{words(refused.problem)}</Words>}
        <Line>
          <Button icon="refresh" label={t('send-again')} onPress={retry} />
          <Button look="link" label={t('send-drop')} onPress={discard} />
        </Line>
      </Rows>
    </Card>
  );
}
