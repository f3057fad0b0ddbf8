import type { ReactNode } from 'react';
import { callPhone } from '@/platform';
import { View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { readable } from '../a11y';
import { Button } from '../action/button';
import { Words } from '../base/layout';
import { Picture } from '../picture/picture';
import type { PictureName } from '../picture/picture-names';

type EmptyStateProps = {
  /** Why there is nothing. */
  readonly title: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly picture?: PictureName;
  readonly action?: ReactNode;
};

/** An empty list that says why it is empty and what to do. */
export function EmptyState({ title, hint, picture = 'empty', action }: EmptyStateProps) {
  return (
    <View className="hollow">
      <Picture name={picture} size="big" bare />
      <View className="hollow-words">
        <Words size={5} strong>
          {title}
        </Words>
        {hint !== undefined && <Words tone="quiet">{hint}</Words>}
      </View>
      {action}
    </View>
  );
}

type FailedStateProps = {
  /** What happened, in a neighbour's words. */
  readonly what: string;
  /** Whether anything was stored; left out for a screen that only reads. */
  readonly stored?: 'kept' | 'notKept';
  /** Left out where trying again cannot help; then `action` says what does. */
  readonly onRetry?: () => void;
  readonly action?: ReactNode;
  /** Somebody to call; a failure is never a dead end. */
  readonly phone?: string;
};

/** A failure: what happened, whether anything was stored, and the one thing to do now. */
export function FailedState({ what, stored, onRetry, action, phone }: FailedStateProps) {
  const t = useText(uiText);
  return (
    <View className="hollow" {...readable({ role: 'alert' })}>
      <Picture name="trouble" size="big" bare />
      <View className="hollow-words">
        <Words size={5} strong>
          {what}
        </Words>
        {stored !== undefined && <Words tone="quiet">{t(stored)}</Words>}
      </View>
      {onRetry && <Button look="main" icon="refresh" label={t('retry')} onPress={onRetry} />}
      {action}
      {phone !== undefined && <Button icon="phone" label={t('callSomeone')} onPress={() => void callPhone(phone)} />}
    </View>
  );
}
