import { useEffect, useState } from 'react';
import { Text, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { readable } from '../a11y';

type CountdownRingProps = {
  /** When the time is over. */
  readonly endsAt: Date;
  /** The whole length, for the share that is left. */
  readonly totalSeconds: number;
  readonly onEnd?: () => void;
};

const tickMs = 1000;
const minuteSeconds = 60;

function secondsUntil(endsAt: Date): number {
  return Math.max(0, Math.ceil((endsAt.getTime() - Date.now()) / tickMs));
}

/** 118 as minutes and seconds, read like a clock: 1:58. */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / minuteSeconds)}:${String(seconds % minuteSeconds).padStart(2, '0')}`;
}

/** A ring that empties once a second, with the time left in it. It moves in steps, so reduced motion needs nothing else. */
export function CountdownRing({ endsAt, totalSeconds, onEnd }: CountdownRingProps) {
  const t = useText(uiText);
  const [seconds, setSeconds] = useState(() => secondsUntil(endsAt));
  useEffect(() => {
    setSeconds(secondsUntil(endsAt));
    const timer = setInterval(() => {
      const left = secondsUntil(endsAt);
      setSeconds(left);
      if (left > 0) return;
      clearInterval(timer);
      onEnd?.();
    }, tickMs);
    return () => clearInterval(timer);
  }, [endsAt, onEnd]);
  const share = Math.min(100, Math.round((seconds / totalSeconds) * 100));
  const colour = share <= 25 ? 'var(--amber)' : 'var(--leaf)';
  const background = `conic-gradient(${colour} ${share}%, var(--line) 0)`;
  return (
    <View
      className="ring"
      style={{ background }}
      {...readable({ role: 'timer', label: t('timeLeft', { time: clockOf(seconds) }) })}
    >
      <View className="ring-hole" {...readable({ hidden: true })}>
        <Text>{clockOf(seconds)}</Text>
      </View>
    </View>
  );
}
