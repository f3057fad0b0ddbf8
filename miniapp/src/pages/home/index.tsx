import { Text, View } from '@/ui';

export default function HomePage() {
  return (
    <View>
      <Text>网格保供</Text>
    </View>
  );
}
