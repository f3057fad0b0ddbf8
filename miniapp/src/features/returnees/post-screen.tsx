import { findTravellers } from '@grid-relief/shared-types/returnees/returnee.contract';
import { useState } from 'react';
import { FailedRead, useProblemWords, useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { returneeListsText } from '@/text/returnee-lists';
import { BottomBar, Button, EmptyState, Field, NetworkBanner, Page, Rows, Words } from '@/ui';
import { GridPerson } from './grid-screen';

const isPhone = (text: string) => /^1\d{10}$/.test(text);
const isTail = (text: string) => /^[0-9A-Za-z]{4}$/.test(text);

type Sought = { readonly phone?: string; readonly idTail?: string };

/** At a post: found by phone or by the end of the number, here with one tap; whoever is not expected is registered. */
export function PostScreen() {
  const t = useText(returneeListsText);
  const words = useProblemWords();
  const [phone, setPhone] = useState('');
  const [tail, setTail] = useState('');
  const [sought, setSought] = useState<Sought>();
  const found = useRead(findTravellers, { body: sought ?? {} }, { enabled: sought !== undefined });
  const canFind = isPhone(phone) || isTail(tail);
  // whoever was found for another number does not stand under this one
  const typed = (put: (words: string) => void) => (words: string) => {
    put(words);
    setSought(undefined);
  };
  const find = () => {
    if (sought !== undefined) found.refresh();
    setSought({ ...(isPhone(phone) && { phone }), ...(isTail(tail) && { idTail: tail }) });
  };
  const register = () => void openPage('/packages/returnee/report/index', { mode: 'post' });
  const main = (
    <Button
      look="main"
      icon="search"
      label={t('find')}
      busy={sought !== undefined && found.isLoading}
      disabledReason={canFind ? undefined : t('find-first')}
      onPress={find}
    />
  );
  const quiet = <Button icon="plus" label={t('new-at-post')} onPress={register} />;
  return (
    <Page title={t('post-title')} banner={<NetworkBanner />} bottom={<BottomBar main={main} quiet={quiet} />}>
      <Rows>
        <Field label={t('find-phone')} kind="tel" maxLength={11} optional value={phone} onChange={typed(setPhone)} />
        <Field label={t('find-tail')} kind="idcard" maxLength={4} optional value={tail} onChange={typed(setTail)} />
        {sought && found.data === undefined && <FailedRead of={found} />}
        {sought && found.data && found.problem && <Words tone="amber">{words(found.problem)}</Words>}
        {sought && found.data?.items.map((row) => <GridPerson key={row.id} row={row} />)}
        {sought && found.data?.items.length === 0 && (
          <EmptyState picture="quiet" title={t('find-none')} hint={t('find-none-hint')} />
        )}
      </Rows>
    </Page>
  );
}
