import { useSyncExternalStore } from 'react';
import { onPrivacyQuestion, openPage, privacyButton, waitingPrivacyQuestion } from '@/platform';
import { Button as HostButton, Text } from '@/platform/host';
import { useText } from '@/text';
import { privacyText } from '@/text/privacy';
import { readable } from '../a11y';
import { Button } from '../action/button';
import { Rows, Words } from '../base/layout';
import { Sheet } from './sheet';

/** WeChat waits for the person's word before it opens camera, album or microphone: what we use, and yes or no. */
export function PrivacyGate() {
  const t = useText(privacyText);
  const answer = useSyncExternalStore(onPrivacyQuestion, waitingPrivacyQuestion, waitingPrivacyQuestion);
  if (answer === undefined) return null;
  const refuse = () => answer(false);
  return (
    <Sheet title={t('gate')} open onClose={refuse}>
      <Rows>
        <Words>{t('gateWords')}</Words>
        <Button look="link" label={t('readAll')} onPress={() => void openPage('/pages/privacy/index')} />
        {/* a native button of this kind is the only proof of agreement that WeChat accepts */}
        <HostButton
          id={privacyButton}
          className="btn main"
          hoverClass="none"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answer(true)}
          {...readable({ role: 'button' })}
        >
          <Text>{t('agree')}</Text>
        </HostButton>
        <Button label={t('disagree')} onPress={refuse} />
      </Rows>
    </Sheet>
  );
}
