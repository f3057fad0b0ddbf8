import { redirect } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { requestChangesText } from '@/text/request-changes';
import { Button, Choice, Field, Rows, Words } from '@/ui';
import type { ChangeProps } from './change-props';

const places = ['SITE_GATE', 'RELATIVE'] as const;
type Place = (typeof places)[number];

/** After buying: to the gate of a site or to a named relative (handbook 2.1). The carrier reads the words at once. */
export function RedirectForm({ doing, onClose }: Pick<ChangeProps, 'doing' | 'onClose'>) {
  const t = useText(requestChangesText);
  const [place, setPlace] = useState<Place>();
  const [where, setWhere] = useState('');
  const [who, setWho] = useState('');
  const named = place === 'RELATIVE' ? [who.trim(), where.trim()] : [where.trim()];
  const isWhole = named.every((words) => words !== '');
  const send = () => {
    if (place === undefined) return;
    onClose();
    void doing.act(redirect, { words: named.join('，'), reason: { code: place } });
  };
  return (
    <Rows>
      <Words tone="quiet">{t('redirect-hint')}</Words>
      <Choice
        label={t('redirect-which')}
        value={place}
        onChange={setPlace}
        options={places.map((value) => ({ value, label: t(`redirect-${value}`) }))}
      />
      {place === 'RELATIVE' && <Field label={t('redirect-who')} value={who} onChange={setWho} maxLength={40} />}
      {place !== undefined && (
        <Field
          label={t(place === 'RELATIVE' ? 'redirect-where' : 'redirect-site')}
          value={where}
          onChange={setWhere}
          tall
          maxLength={150}
        />
      )}
      <Button
        look="main"
        icon="map-pin"
        label={t('redirect-send')}
        disabledReason={place === undefined ? t('redirect-first') : isWhole ? undefined : t('redirect-needed')}
        onPress={send}
      />
    </Rows>
  );
}
