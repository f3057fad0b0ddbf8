export default definePageConfig({ navigationBarTitleText: '怎么用您的资料' });
