export default definePageConfig({ navigationBarTitleText: '可能是同一人' });
