export default definePageConfig({ navigationBarTitleText: '替人记一单' });
