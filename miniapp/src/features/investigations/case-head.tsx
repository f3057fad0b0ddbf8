import type { ResponseOf } from '@grid-relief/shared-types/contract';
import type { revealInvestigation } from '@grid-relief/shared-types/investigations/investigation.contract';
import type { InvestigationView } from '@grid-relief/shared-types/investigations/investigation.schema';
import { RefusedWords, type Reveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { caseWord, investigationsText } from '@/text/investigations';
import { uiText } from '@/text/ui';
import { Button, Card, Heading, Line, Rows, StatusChip, useTimeWords, Words } from '@/ui';
import { ClockChips } from './clock-chips';

/** Names and numbers, for the time of a call. */
export type Opened = ResponseOf<typeof revealInvestigation>;

type HeadProps = { readonly of: InvestigationView; readonly reveal: Reveal<Opened> };

/** Who it is, masked until a look is written down, and the clocks. */
export function CaseHead({ of, reveal }: HeadProps) {
  const t = useText(investigationsText);
  const timeWords = useTimeWords();
  const { state, code, nameMasked, areaName: area, because, openedAt, clocks } = of;
  return (
    <Card>
      <Rows gap={2}>
        <Line apart>
          <Heading size={5}>{t('whose', { name: reveal.opened?.name ?? nameMasked, code })}</Heading>
          <StatusChip icon="flag" tone="info" label={caseWord(t, 's', state)} />
        </Line>
        <Words block>{caseWord(t, 'b', because)}</Words>
        <Words tone="quiet" block>
          {t('found', { area, time: timeWords(new Date(openedAt)) })}
        </Words>
        <ClockChips clocks={clocks} />
        <Calling reveal={reveal} />
      </Rows>
    </Card>
  );
}

function Calling({ reveal: { opened, problem, isBusy, open, hide } }: Pick<HeadProps, 'reveal'>) {
  const t = useText(investigationsText);
  const tUi = useText(uiText);
  if (!opened) {
    return (
      <>
        <RefusedWords of={problem} />
        <Button icon="eye" label={t('look-first')} busy={isBusy} onPress={() => void open('CALL')} />
      </>
    );
  }
  const { name, phone, idNumber } = opened;
  return (
    <>
      {idNumber !== undefined && <Words block>{t('number', { number: idNumber })}</Words>}
      <Words tone="quiet">{tUi('lookRecorded')}</Words>
      {phone === undefined ? (
        <Words>{t('no-phone')}</Words>
      ) : (
        <Button icon="phone" label={t('call-case', { name })} onPress={() => void callPhone(phone)} />
      )}
      <Button look="link" icon="eye-closed" label={tUi('hide')} onPress={hide} />
    </>
  );
}
