import type { LineDraft, LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { editLines } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { requestChangesText } from '@/text/request-changes';
import { Button, ListRow, Picture, pictureFor, Rows, Stepper, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import type { ChangeProps } from './change-props';

/** The most of one thing (`LineDraft`). */
const mostOfOne = 50;

/** A line as it is asked for again; what the catalogue says of it the server looks up anew. */
function draftOf({
  line,
  sku,
  name,
  unit,
  quantity,
  priceLimitFen,
  substitution,
  controlledFour,
}: LineView): LineDraft {
  return {
    ...{ line, name, unit, quantity, substitution },
    ...(sku !== undefined && { sku }),
    ...(priceLimitFen !== undefined && { priceLimitFen }),
    ...(controlledFour && { controlledFour }),
  };
}

/** More, less or none of each thing, until shopping begins (handbook 2.1); more of other things is asked for apart. */
export function EditLinesForm({ view, doing, onClose }: ChangeProps) {
  const t = useText(requestChangesText);
  const goods = useGoodsName();
  // as it stood when it was opened: what somebody else changes meanwhile is refused and not overwritten
  const [{ lines: before, revision }] = useState(view);
  const [lines, setLines] = useState(before);
  const set = (id: string, quantity: number) =>
    setLines(lines.map((each) => (each.line === id ? { ...each, quantity } : each)));
  const kept = lines.filter(({ quantity }) => quantity > 0);
  const isSame = lines.every(({ quantity }, index) => quantity === before[index]?.quantity);
  const send = () => {
    onClose();
    void doing.act(editLines, { lines: kept.map(draftOf), revision });
  };
  return (
    <Rows>
      <Words tone="quiet">{t('edit-hint')}</Words>
      {lines.map(({ line, name, nameEn, unit, quantity, picture }, index) => (
        <ListRow
          key={line}
          lead={<Picture name={pictureFor(picture ?? '')} />}
          title={goods.plain({ name, nameEn })}
          note={quantity === 0 ? t('edit-gone') : goods.unit(unit, quantity)}
          foot={
            <Stepper
              name={goods.plain({ name, nameEn })}
              unit={goods.unit(unit, quantity)}
              value={quantity}
              max={mostOfOne}
              onChange={(next) => set(line, next)}
            />
          }
          last={index === lines.length - 1}
        />
      ))}
      <Button
        look="main"
        icon="check"
        label={t('edit-send')}
        disabledReason={kept.length === 0 ? t('edit-none') : isSame ? t('edit-same') : undefined}
        onPress={send}
      />
    </Rows>
  );
}
