import { revealRefusal } from '@grid-relief/shared-types/refusals/refusal.contract';
import type { RefusalRow } from '@grid-relief/shared-types/refusals/refusal.schema';
import { RefusedWords, SendingNote, useAct, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { refusalsText } from '@/text/refusals';
import { uiText } from '@/text/ui';
import { Button, Card, Heading, Line, Rows, StatusChip, useTimeWords, Words } from '@/ui';
import { RefusalButtons } from './refusal-buttons';

type CardProps = { readonly of: RefusalRow };

/** One who says no: masked until a look is written down, whose turn it is, and until when. */
export function RefusalCard({ of }: CardProps) {
  const t = useText(refusalsText);
  const timeWords = useTimeWords();
  const doing = useAct(of.id);
  const { kind, state, code, nameMasked: name, areaName: area, recordedAt, dueAt, isLate, visitedBy } = of;
  const [first] = visitedBy ?? [];
  const time = dueAt === undefined ? '' : timeWords(new Date(dueAt));
  return (
    <Card tone={isLate ? 'danger' : 'plain'}>
      <Rows gap={2}>
        <Line apart>
          <Heading size={5}>{t(`k-${kind}`)}</Heading>
          <StatusChip
            icon={isLate ? 'warning' : 'clock'}
            tone={isLate ? 'danger' : 'amber'}
            label={t(`s-${state}` as 's-MOOT')}
          />
        </Line>
        <Words strong block>
          {t('whose', { name, code })}
        </Words>
        <Words tone="quiet" block>
          {t('noted', { area, time: timeWords(new Date(recordedAt)) })}
        </Words>
        {dueAt !== undefined && <Words block>{t(isLate ? 'late' : 'due', { time })}</Words>}
        {state === 'RECORDED' && visitedBy && <Words block>{t(`been-${first ?? 'none'}`)}</Words>}
        <WhoRefuses of={of} />
        <SendingNote of={doing} />
        <RefusalButtons of={of} doing={doing} />
      </Rows>
    </Card>
  );
}

function WhoRefuses({ of: { id } }: CardProps) {
  const t = useText(refusalsText);
  const tUi = useText(uiText);
  const { opened, problem, isBusy, open, hide } = useReveal(revealRefusal, id);
  if (!opened) {
    return (
      <>
        <RefusedWords of={problem} />
        <Button icon="eye" label={t('look')} busy={isBusy} onPress={() => void open('VISIT')} />
      </>
    );
  }
  const { name, phone, place, words } = opened;
  return (
    <Rows gap={2}>
      <Words strong block>
        {name ?? t('no-name')}
      </Words>
      {place !== undefined && <Words block>{t('at', { place })}</Words>}
      {words !== undefined && <Words block>{t('said', { words })}</Words>}
      <Words tone="quiet">{tUi('lookRecorded')}</Words>
      {phone !== undefined && (
        <Button icon="phone" label={t('call', { name: name ?? '' })} onPress={() => void callPhone(phone)} />
      )}
      <Button look="link" icon="eye-closed" label={tUi('hide')} onPress={hide} />
    </Rows>
  );
}
