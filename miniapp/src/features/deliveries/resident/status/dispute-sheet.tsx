import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { dispute } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { FileId } from '@grid-relief/shared-types/primitives/ids';
import { useState } from 'react';
import { type Act, newId } from '@/api';
import type { LocalFile } from '@/platform';
import { useText } from '@/text';
import { orderActionsText } from '@/text/order-actions';
import { Button, Chip, Choice, Field, Line, Rows, Sheet, Words } from '@/ui';
import { useGoodsName } from '../../goods-name';
import { PhotoField } from '../../photo-field';

const reasons = ['MISSING', 'BROKEN', 'WRONG', 'PRICE', 'NOT_THERE'] as const;
type Props = { readonly view: DeliveryView; readonly act: Act; readonly open: boolean; readonly onClose: () => void };

/** Something is missing or wrong: which reason, which lines, a photo; then the grid leader answers within a day. */
export function DisputeSheet({ view, act, open, onClose }: Props) {
  const t = useText(orderActionsText);
  const goods = useGoodsName();
  const [code, setCode] = useState<(typeof reasons)[number]>();
  const [lines, setLines] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const [photo, setPhoto] = useState<LocalFile>();
  const toggle = (line: string) =>
    setLines(lines.includes(line) ? lines.filter((each) => each !== line) : [...lines, line]);
  const send = () => {
    if (code === undefined) return;
    const said = words.trim();
    const id = FileId.parse(newId());
    const files = photo === undefined ? [] : [{ id, file: photo, purpose: 'GOODS' as const }];
    const body = {
      reason: { code, ...(said !== '' && { words: said }) },
      ...(lines.length > 0 && { lines: [...lines] }),
      ...(photo !== undefined && { photo: id }),
    };
    void act.act(dispute, body, files);
    onClose();
  };
  return (
    <Sheet title={t('dispute')} open={open} onClose={onClose}>
      <Rows>
        <Choice
          label={t('disputeTitle')}
          value={code}
          onChange={setCode}
          options={reasons.map((value) => ({ value, label: t(`d-${value}`) }))}
        />
        {view.lines.length > 0 && <Words tone="quiet">{t('disputeLines')}</Words>}
        <Line>
          {view.lines.map(({ line, ...named }) => (
            <Chip key={line} label={goods.plain(named)} chosen={lines.includes(line)} onPress={() => toggle(line)} />
          ))}
        </Line>
        <Field label={t('disputeWords')} value={words} onChange={setWords} maxLength={300} optional />
        <PhotoField label={t('disputePhoto')} photo={photo} onChange={setPhoto} />
        <Button
          look="main"
          icon="flag"
          label={t('disputeSend')}
          disabledReason={code === undefined ? t('disputeFirst') : undefined}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}
