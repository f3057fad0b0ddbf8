import { doorCard } from '@grid-relief/shared-types/screening/screening.contract';
import { useMemo } from 'react';
import { useProblemWords, useReveal } from '@/api';
import { qrSource } from '@/features/badges/qr-source';
import { canPrint, printPart } from '@/platform';
import { useText } from '@/text';
import { doorsText } from '@/text/doors';
import { Button, Card, Heading, Image, Rows, View, Words } from '@/ui';
import './door-card.css';

const onPaper = 'door-card';

/** A card for somebody without a phone: black on white, to be printed or copied; that it was made is on the record. */
export function DoorCard({ id }: { readonly id: string }) {
  const t = useText(doorsText);
  const problemWords = useProblemWords();
  const { opened, problem, isBusy, open } = useReveal(doorCard, id);
  const source = useMemo(() => (opened ? qrSource(opened.qr) : undefined), [opened]);
  if (opened === undefined || source === undefined) {
    return (
      <>
        <Button look="link" icon="receipt" label={t('card')} busy={isBusy} onPress={() => void open('NO_PHONE')} />
        {problem && <Words tone="danger">{problemWords(problem)}</Words>}
      </>
    );
  }
  return (
    <Card>
      <Rows gap={2}>
        <View className={onPaper}>
          <Rows gap={2}>
            <Heading size={5}>{t('card-title')}</Heading>
            <Words block>{t('card-for')}</Words>
            <Image className="door-card-qr" src={source} ariaLabel={t('card-qr')} />
            <Heading size={5}>{t('card-code', { code: opened.code })}</Heading>
            <Words block>{opened.areaNames.join(' · ')}</Words>
          </Rows>
        </View>
        <Words tone="quiet">{t('card-hint')}</Words>
        {canPrint && <Button look="main" icon="receipt" label={t('card-print')} onPress={() => printPart(onPaper)} />}
      </Rows>
    </Card>
  );
}
