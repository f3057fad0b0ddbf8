export default definePageConfig({ navigationBarTitleText: '一件流调' });
