import { SignedInOnly } from '@/features/identity/signed-in-only';
import { PostScreen } from '@/features/returnees/post-screen';

/** Default export: Taro asks for it. */
export default function PostPage() {
  return (
    <SignedInOnly>
      <PostScreen />
    </SignedInOnly>
  );
}
